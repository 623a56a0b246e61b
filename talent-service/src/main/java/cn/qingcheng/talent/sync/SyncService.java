package cn.qingcheng.talent.sync;

import cn.qingcheng.kit.bulk.Ndjson;
import cn.qingcheng.kit.bulk.Row;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.ProblemTexts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Uploads of universities: taken chunk by chunk, each chunk in a transaction of its own with the results of its rows. */
@ApplicationScoped
class SyncService {

    /** Spreads the cost of a commit, and keeps to the few hundred events that the outbox takes in a transaction. */
    static final int CHUNK_ROWS = 200;

    private static final int CHUNK_ATTEMPTS = 3;
    private static final int MOST_ABANDONED_AT_ONCE = 100;
    private static final Logger LOG = Logger.getLogger(SyncService.class);

    private final Ndjson ndjson;
    private final ChunkImport chunkImport;
    private final SyncBatchRepository batches;
    private final SyncResultRepository results;
    private final ProblemTexts texts;
    private final Clock clock;

    SyncService(
            Ndjson ndjson,
            ChunkImport chunkImport,
            SyncBatchRepository batches,
            SyncResultRepository results,
            ProblemTexts texts,
            Clock clock) {
        this.ndjson = ndjson;
        this.chunkImport = chunkImport;
        this.batches = batches;
        this.results = results;
        this.texts = texts;
        this.clock = clock;
    }

    /** Takes a whole upload; what was taken before it breaks off stands. */
    BatchResponse receive(String source, InputStream rows) {
        UUID id = begin(source);
        try {
            ndjson.read(rows, GraduateRow.class, CHUNK_ROWS, chunk -> take(id, chunk));
        } catch (RuntimeException broken) {
            change(id, batch -> batch.interrupt(clock.instant()));
            throw broken;
        }
        return change(id, batch -> batch.finish(clock.instant()));
    }

    private UUID begin(String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            SyncBatch batch = new SyncBatch(source, clock.instant());
            batches.persist(batch);
            return batch.id();
        });
    }

    /** Another upload may report the same person at the same moment; the one that comes second looks again. */
    private void take(UUID batchId, List<Row<GraduateRow>> rows) {
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    batches.beat(batchId);
                    chunkImport.apply(batches.findById(batchId), rows);
                    batches.flush();
                });
                return;
            } catch (PersistenceException conflict) {
                if (attempt == CHUNK_ATTEMPTS) {
                    throw conflict;
                }
                LOG.debugf("Rows of batch %s met another change, attempt %d", batchId, attempt);
            }
        }
    }

    private BatchResponse change(UUID id, Consumer<SyncBatch> step) {
        return QuarkusTransaction.requiringNew().call(() -> {
            SyncBatch batch = batches.findById(id);
            step.accept(batch);
            return BatchResponse.from(batch);
        });
    }

    @Transactional
    Page<BatchResponse> list(String source, PageQuery page) {
        UUID before = page.after().isEmpty() ? null : batchId(page.after().get(0));
        return Page.of(
                        batches.page(source, before, page.limit()),
                        page.size(),
                        batch -> PageToken.of(batch.id().toString()))
                .map(BatchResponse::from);
    }

    @Transactional
    BatchResponse show(UUID id, String source) {
        return BatchResponse.from(owned(id, source));
    }

    @Transactional
    Page<ResultResponse> results(UUID id, String source, @Nullable RowOutcome outcome, PageQuery page) {
        owned(id, source);
        List<SyncResult> found = results.after(id, lastRow(page.after()), outcome, page.limit());
        return Page.of(found, page.size(), result -> PageToken.of(Long.toString(result.row())))
                .map(result -> ResultResponse.from(result, texts));
    }

    /** Returns the results after a row, for reading all of them piece by piece. */
    @Transactional
    List<ResultResponse> resultsAfter(UUID id, String source, @Nullable RowOutcome outcome, long row) {
        owned(id, source);
        return results.after(id, row, outcome, CHUNK_ROWS).stream()
                .map(result -> ResultResponse.from(result, texts))
                .toList();
    }

    /** An instance that was killed leaves its uploads running; any other instance ends them. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void interruptAbandoned() {
        batches.abandoned(MOST_ABANDONED_AT_ONCE).forEach(batch -> batch.interrupt(clock.instant()));
    }

    private SyncBatch owned(UUID id, String source) {
        return batches.ofSource(id, source).orElseThrow(ProblemException::notFound);
    }

    private static UUID batchId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw PageToken.bad();
        }
    }

    private static long lastRow(List<String> after) {
        if (after.isEmpty()) {
            return 0;
        }
        try {
            return Long.parseLong(after.get(0));
        } catch (NumberFormatException notOurs) {
            throw PageToken.bad();
        }
    }
}
