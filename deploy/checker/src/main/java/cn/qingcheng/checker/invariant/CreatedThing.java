package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.source.Database;
import cn.qingcheng.checker.source.TrafficNotes.Operation;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that a POST makes.
 *
 * @param path of the POST
 * @param service in whose database it is
 * @param table where it is
 * @param name the column an answer names it by
 * @param owned a query for the id and the account of each, in the order of their ids; null where no account stands by
 *     it, or where a request that broke off leaves one of its own behind, as an upload does
 */
record CreatedThing(
        Pattern path,
        String service,
        String table,
        String name,
        @Nullable String owned) {
    private static final int CREATED = 201;

    private static final List<CreatedThing> ALL = List.of(
            thing("/talent/v1/sync/batches", "sync_batch", "id", null),
            thing("/talent/v1/employers", "employer", "id", null),
            thing(
                    "/talent/v1/employments",
                    "employment",
                    "id",
                    "select m.id::text, 'employer-' || e.unified_social_credit_code"
                            + " from employment m join employer e on e.id = m.employer_id"),
            thing("/subsidy/v1/me/applications", "application", "id", "select id::text, account_id from application"),
            thing(
                    "/subsidy/v1/disbursement-batches",
                    "disbursement_batch",
                    "id",
                    "select id::text, built_by from disbursement_batch"),
            thing("/subsidy/v1/publicity/[^/]+/objections", "objection", "id", null),
            thing(
                    "/housing/v1/me/applications",
                    "application",
                    "id",
                    "select a.id::text, p.account_id from application a join applicant p on p.talent_id = a.talent_id"),
            thing("/housing/v1/estates", "estate", "code", null),
            thing(
                    "/housing/v1/release-batches",
                    "release_batch",
                    "id",
                    "select id::text, released_by from release_batch"),
            thing("/housing/v1/rounds", "round", "id", "select id::text, created_by from round"),
            thing("/housing/v1/units/imports", "unit_import", "id", null),
            thing("/platform/v1/(platforms|institutions|cooperation-projects)/imports", "import_run", "id", null),
            thing("/platform/v1/targets", "target", "code", null));

    private static CreatedThing thing(String path, String table, String name, @Nullable String owned) {
        return new CreatedThing(Pattern.compile(path), path.substring(1, path.indexOf('/', 1)), table, name, owned);
    }

    static List<CreatedThing> all() {
        return ALL;
    }

    boolean isMadeBy(Operation operation) {
        return operation.status() == CREATED
                && operation.created() != null
                && operation.method().equals("POST")
                && path.matcher(operation.path()).matches();
    }

    List<String> names(Database database) {
        return database.lines("select " + name + "::text from " + table);
    }

    String said() {
        return service + "." + table;
    }
}
