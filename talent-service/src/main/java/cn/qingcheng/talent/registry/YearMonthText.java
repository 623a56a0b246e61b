package cn.qingcheng.talent.registry;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Months stand in the database as people write them, {@code 2026-08}. */
@Converter(autoApply = true)
public class YearMonthText implements AttributeConverter<YearMonth, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    @Override
    public @Nullable YearMonth convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : YearMonth.parse(text);
    }
}
