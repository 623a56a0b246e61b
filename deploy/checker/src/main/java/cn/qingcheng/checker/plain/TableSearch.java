package cn.qingcheng.checker.plain;

import cn.qingcheng.checker.source.Database;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows of a database, whatever form their pages have on the disk; columns of bytes are read as the text in them. */
final class TableSearch {
    private final Database database;
    private final SecretNumbers numbers;
    private final List<String> found = new ArrayList<>();
    private int tables;

    TableSearch(Database database, SecretNumbers numbers) {
        this.database = database;
        this.numbers = numbers;
    }

    List<String> run() {
        Map<String, List<String>> columns = new TreeMap<>();
        database.each(
                """
                select format('%I.%I', n.nspname, c.relname),
                       case when a.atttypid = 'bytea'::regtype then format('encode(%I, ''escape'')', a.attname)
                            else format('%I::text', a.attname) end
                  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
                   and n.nspname not in ('pg_catalog', 'information_schema')
                 order by c.oid, a.attnum""",
                row -> columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(row.getString(2)));
        tables = columns.size();
        if (!columns.isEmpty()) {
            search(columns.entrySet().stream()
                    .map(table -> "select '" + table.getKey() + "', ctid::text, concat_ws(' ', "
                            + String.join(", ", table.getValue()) + ") from " + table.getKey())
                    .collect(Collectors.joining(" union all ")));
        }
        return found;
    }

    private void search(String everyRow) {
        Set<String> labels = new LinkedHashSet<>();
        DigitRuns runs = new DigitRuns(numbers, (label, place) -> labels.add(label));
        database.each(everyRow, row -> {
            byte[] text = row.getString(3).getBytes(StandardCharsets.UTF_8);
            runs.take(text, text.length);
            runs.end();
            if (!labels.isEmpty()) {
                found.add("row " + row.getString(2) + " of " + database.name() + "'s " + row.getString(1) + " holds "
                        + String.join(", ", labels));
                labels.clear();
            }
        });
    }

    int tables() {
        return tables;
    }
}
