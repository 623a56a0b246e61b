package cn.qingcheng.talent.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All results of an upload, one JSON object per line, read and written piece by piece. */
@ApplicationScoped
class ResultStream {

    private final SyncService service;
    private final ObjectMapper mapper;

    ResultStream(SyncService service, ObjectMapper mapper) {
        this.service = service;
        this.mapper = mapper;
    }

    /** Reads the first piece at once, so that an upload of another is refused before anything is written. */
    StreamingOutput of(UUID id, String source, @Nullable RowOutcome outcome) {
        List<ResultResponse> first = service.resultsAfter(id, source, outcome, 0);
        return out -> {
            List<ResultResponse> piece = first;
            while (!piece.isEmpty()) {
                write(piece, out);
                long last = piece.get(piece.size() - 1).row();
                piece = service.resultsAfter(id, source, outcome, last);
            }
        };
    }

    private void write(List<ResultResponse> piece, OutputStream out) throws IOException {
        for (ResultResponse result : piece) {
            out.write(mapper.writeValueAsBytes(result));
            out.write('\n');
        }
    }
}
