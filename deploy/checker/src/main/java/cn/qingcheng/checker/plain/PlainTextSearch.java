package cn.qingcheng.checker.plain;

import cn.qingcheng.checker.source.Database;
import cn.qingcheng.checker.source.EventLog;
import cn.qingcheng.checker.source.TrafficNotes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One search for every known number: through the bytes of every file of the data folder, and, since pages and batches
 * may be compressed there, through the text of every table and every record.
 */
public final class PlainTextSearch {
    private final SecretNumbers numbers;
    private final List<BankFile> bankFiles;
    private final List<String> found = new ArrayList<>();
    private long files;
    private long bytes;
    private long tables;
    private long records;

    public PlainTextSearch(Path data, TrafficNotes traffic) {
        this.bankFiles = BankFile.below(data);
        this.numbers = KnownValues.of(traffic, data.resolve(FileSearch.SAMPLE_CITY), bankFiles);
    }

    /** Every file but those that hold what was sent in, and the bank's files but for their accounts. */
    public void searchFiles(Path data) {
        FileSearch search = new FileSearch(data, numbers, bankFiles);
        found.addAll(search.run());
        files += search.files();
        bytes += search.bytes();
    }

    /** Every table of a database, as text. */
    public void searchTables(Database database) {
        TableSearch search = new TableSearch(database, numbers);
        found.addAll(search.run());
        tables += search.tables();
    }

    /** Every record of every topic, with its key and its headers. */
    public void searchTopics(EventLog log) {
        log.each(log.topics(), message -> {
            records++;
            DigitRuns runs = new DigitRuns(
                    numbers,
                    (label, place) -> found.add("record " + message.topic() + "-" + message.partition() + ":"
                            + message.offset() + " holds " + label));
            search(runs, message.key());
            search(runs, message.value());
            for (Header header : message.headers()) {
                search(runs, header.value());
            }
        });
    }

    private static void search(DigitRuns runs, byte @Nullable [] bytes) {
        if (bytes != null) {
            runs.take(bytes, bytes.length);
            runs.end();
        }
    }

    /** Where numbers were found, each with what to call it. */
    public List<String> found() {
        return found;
    }

    /** Files of the bank that others than their owner may read. */
    public List<String> openBankFiles() {
        return bankFiles.stream()
                .filter(file -> !file.isOwnersAlone())
                .map(file -> file.path().getFileName().toString())
                .toList();
    }

    /** What should be looked for and cannot be. */
    public List<String> unusable() {
        return numbers.unusable();
    }

    public int values() {
        return numbers.size();
    }

    public int bankFiles() {
        return bankFiles.size();
    }

    public long files() {
        return files;
    }

    public long mebibytes() {
        return bytes >> 20;
    }

    public long tables() {
        return tables;
    }

    public long records() {
        return records;
    }
}
