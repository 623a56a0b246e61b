package cn.qingcheng.kit.idempotency;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends the first answer again, byte for byte, and says that it is a repetition. */
public class ReplayMapper {

    static final String REPLAYED_HEADER = "Idempotency-Replayed";

    @ServerExceptionMapper
    Response replay(Replay replay) {
        StoredAnswer answer = replay.answer();
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAYED_HEADER, "true");
        answer.headers().forEach(response::header);
        if (answer.body() != null) {
            response.entity(answer.body());
        }
        return response.build();
    }
}
