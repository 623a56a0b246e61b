package cn.qingcheng.kit.bench;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.outbox.Outbox;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The same write twice, with and without its event, as services write: by key, a body checked, a row and its history. */
@Path("/bench/writes")
public class BenchWriteResource {
    @Inject
    Outbox outbox;

    @Inject
    DataSource dataSource;

    @POST
    @Path("/plain")
    @RolesAllowed(Roles.TALENT)
    @Idempotent(required = true)
    public BenchWrite plain(BenchWrite request) {
        write(request);
        return request;
    }

    @POST
    @Path("/with-event")
    @RolesAllowed(Roles.TALENT)
    @Idempotent(required = true)
    public BenchWrite withEvent(BenchWrite request) {
        write(request);
        outbox.append(BenchHappened.of(BenchHappened.DRAINED, request.id(), request.serial()));
        return request;
    }

    record BenchWrite(@NotNull UUID id, @Min(0) int serial) {}

    private void write(BenchWrite request) {
        try (var connection = dataSource.getConnection();
                var find = connection.prepareStatement("SELECT version FROM sample_note WHERE id = ?");
                var note = connection.prepareStatement("INSERT INTO sample_note VALUES (?, ?, ?, 0)");
                var history = connection.prepareStatement("INSERT INTO sample_effect VALUES (?, ?)")) {
            find.setObject(1, request.id());
            find.executeQuery().close();
            note.setObject(1, request.id());
            note.setString(2, request.id().toString());
            note.setInt(3, request.serial());
            note.executeUpdate();
            history.setString(1, request.id().toString());
            history.setInt(2, request.serial());
            history.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
