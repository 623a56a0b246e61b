package cn.qingcheng.platform.intake;

import cn.qingcheng.kit.bulk.Ndjson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.UUID;

/** Reads an import to its end, a chunk of rows in memory and in a transaction at a time. */
@ApplicationScoped
public class Importer {

    /** Rows of a transaction: few enough for short locks and for the events they cause. */
    public static final int ROWS_PER_TRANSACTION = 200;

    private final Ndjson ndjson;
    private final ImportService service;

    Importer(Ndjson ndjson, ImportService service) {
        this.ndjson = ndjson;
        this.service = service;
    }

    /** Takes all rows in; what was read before the caller broke off stays. */
    public <T> ImportResponse run(Intake<T> intake, InputStream body) {
        UUID id = service.begin(intake.kind());
        ImportStatus end = ImportStatus.INTERRUPTED;
        try {
            ndjson.read(body, intake.rowType(), ROWS_PER_TRANSACTION, chunk -> service.take(id, intake, chunk));
            end = ImportStatus.FINISHED;
        } finally {
            service.end(id, end);
        }
        return service.get(id);
    }
}
