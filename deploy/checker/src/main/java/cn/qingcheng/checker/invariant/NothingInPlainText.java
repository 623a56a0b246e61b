package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.plain.PlainTextSearch;
import cn.qingcheng.checker.source.EventLog;

/** Who steals a disk, a backup, a log or a topic learns nobody's numbers. */
final class NothingInPlainText implements Invariant {

    @Override
    public int number() {
        return 11;
    }

    @Override
    public String name() {
        return "plain text";
    }

    @Override
    public String sentence() {
        return "No ID number, phone or bank account stands in plain text in any data file, log, table or topic, but for the"
                + " accounts in the files for the bank, which only their owner may read.";
    }

    @Override
    public Finding check(CityUnderCheck city) {
        PlainTextSearch search = new PlainTextSearch(city.data(), city.traffic());
        search.searchFiles(city.data());
        city.services().forEach(search::searchTables);
        search.searchTables(city.keycloak());
        try (EventLog log = new EventLog(city.kafkaAddress())) {
            search.searchTopics(log);
        }
        return new Findings(number())
                .counted(search.values(), "numbers looked for")
                .counted(search.files(), "files")
                .counted(search.mebibytes(), "MiB")
                .counted(search.tables(), "tables")
                .counted(search.records(), "records")
                .counted(search.bankFiles(), "files for the bank")
                .none("a number in plain text", search.found())
                .none("a file for the bank that others may read", search.openBankFiles())
                .none("a value that is no number to look for", search.unusable())
                .done();
    }
}
