package cn.qingcheng.kit.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class NdjsonTest {

    @Inject
    Ndjson ndjson;

    record Person(@NotBlank String name, @Min(0) int age) {}

    private List<Row<Person>> read(String body) {
        List<Row<Person>> rows = new ArrayList<>();
        ndjson.read(new ByteArrayInputStream(body.getBytes(UTF_8)), Person.class, 2, rows::addAll);
        return rows;
    }

    @Test
    void eachRowHasItsNumberItsValueAndAllItsErrors() {
        List<Row<Person>> rows = read("""
                {"name": "王", "age": 22}

                {"age": "old", "colour": 1}
                {"name": "李", "age": -1}
                nonsense
                {"name": "赵", "age": 3}""");

        assertThat(rows).extracting(Row::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rows).extracting(Row::isGood).containsExactly(true, false, false, false, true);
        assertThat(rows)
                .extracting(row -> row.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .sorted()
                        .toList())
                .containsExactly(
                        List.of(),
                        List.of("/age WRONG_TYPE", "/colour UNKNOWN_FIELD", "/name REQUIRED"),
                        List.of("/age TOO_SMALL"),
                        List.of(" NOT_JSON"),
                        List.of());
        assertThat(rows.get(2).value()).isEqualTo(new Person("李", -1));
    }

    @Test
    void chunksAreFullButTheLastAndNoneIsEmpty() {
        List<Integer> sizes = new ArrayList<>();
        String line = "{\"name\": \"a\", \"age\": 1}\r\n";

        ndjson.read(
                new ByteArrayInputStream(line.repeat(5).getBytes(UTF_8)),
                Person.class,
                2,
                rows -> sizes.add(rows.size()));
        ndjson.read(new ByteArrayInputStream("\n \n".getBytes(UTF_8)), Person.class, 2, rows -> sizes.add(rows.size()));

        assertThat(sizes).containsExactly(2, 2, 1);
    }

    @Test
    void anEndlessLineIsOneWrongRowAndTheNextIsReadWell() {
        List<Row<Person>> rows = read("{\"name\": \"" + "x".repeat(Ndjson.MAX_LINE_BYTES) + "\", \"age\": 1}\n"
                + "{\"name\": \"next\", \"age\": 1}\n");

        assertThat(rows.get(0).errors()).extracting("code").containsExactly("LINE_TOO_LONG");
        assertThat(rows.get(1).isGood()).isTrue();
    }

    @Test
    void aLineOf32MebibytesIsNotHeld() {
        byte[] piece = "x".repeat(1 << 20).getBytes(UTF_8);
        Iterator<ByteArrayInputStream> pieces = Stream.concat(
                        IntStream.range(0, 32).mapToObj(i -> piece), Stream.of("\n{\"name\": \"a\"}".getBytes(UTF_8)))
                .map(ByteArrayInputStream::new)
                .iterator();
        InputStream body = new SequenceInputStream(Collections.enumeration(new Lazy(pieces)));
        List<Row<Person>> rows = new ArrayList<>();
        long before = allocatedBytes();

        ndjson.read(body, Person.class, 2, rows::addAll);

        assertThat(allocatedBytes() - before).isLessThan(8 << 20);
        assertThat(rows.get(0).errors()).extracting("code").containsExactly("LINE_TOO_LONG");
        assertThat(rows).hasSize(2);
    }

    /** All that this thread ever asked memory for. */
    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Test
    void aLongStreamIsNeverHeldWhole() {
        byte[] line = "{\"name\": \"a\", \"age\": 1}\n".getBytes(UTF_8);
        Iterator<ByteArrayInputStream> lines = IntStream.range(0, 100_000)
                .mapToObj(i -> new ByteArrayInputStream(line))
                .iterator();
        InputStream body = new SequenceInputStream(Collections.enumeration(new Lazy(lines)));
        long[] count = {0};

        ndjson.read(body, Person.class, 500, rows -> count[0] += rows.size());

        assertThat(count[0]).isEqualTo(100_000);
    }

    /** A collection only to be iterated, so that the whole body never exists. */
    private static final class Lazy extends java.util.AbstractCollection<ByteArrayInputStream> {
        private final Iterator<ByteArrayInputStream> lines;

        Lazy(Iterator<ByteArrayInputStream> lines) {
            this.lines = lines;
        }

        @Override
        public Iterator<ByteArrayInputStream> iterator() {
            return lines;
        }

        @Override
        public int size() {
            throw new UnsupportedOperationException();
        }
    }
}
