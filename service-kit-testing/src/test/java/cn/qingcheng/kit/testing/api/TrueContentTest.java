package cn.qingcheng.kit.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrueContentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"a\":1}",
                "application/problem+json;charset=UTF-8|{}",
                "application/x-ndjson|{}",
                "text/csv; charset=utf-8|a,b",
                "application/pdf|%PDF-1.7",
                "''|''"
            })
    void whatIsWhatItSaysIsTaken(String type, String body) {
        assertThat(TrueContent.faultOf(type, body.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|{}",
                "application/json|{\"a\":1}{}",
                "application/json|<p>",
                "application/json;charset=ISO-8859-1|{}",
                "application/x-ndjson|{",
                "text/csv|a,b",
                "text/csv;charset=GBK|a,b",
                "application/pdf|<html>",
                "image/png|%PDF-",
                "application/octet-stream|x"
            })
    void whatIsNotIsFound(String type, String body) {
        assertThat(TrueContent.faultOf(type, body.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @Test
    void bytesOfAnotherCharsetAreFound() {
        assertThat(TrueContent.faultOf("text/csv;charset=UTF-8", "é".getBytes(StandardCharsets.ISO_8859_1)))
                .isNotEmpty();
    }
}
