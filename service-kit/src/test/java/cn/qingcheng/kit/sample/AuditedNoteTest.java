package cn.qingcheng.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The record of a decision and the entities it changed, which Hibernate writes only at the commit. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class AuditedNoteTest {
    @Inject
    AuditTrail audit;

    @Inject
    NoteRepository notes;

    private final UUID id = UUID.randomUUID();

    @Test
    void entityAndRecordCommitTogether() {
        QuarkusTransaction.requiringNew().run(() -> {
            audit.record("NOTE_WRITTEN", "note", id.toString(), null);
            notes.persist(new Note(id, "audited " + id.toString().substring(0, 8), 1));
        });

        assertThat(QuarkusTransaction.requiringNew().call(() -> notes.findById(id)))
                .isNotNull();
        assertThat(audit.of("note", id.toString())).hasSize(1);
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void entityTheDatabaseRefusesLeavesNoRecord() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    audit.record("NOTE_WRITTEN", "note", id.toString(), null);
                    notes.persist(new Note(id, "x".repeat(41), 1));
                }))
                .isNotNull();

        assertThat(audit.of("note", id.toString())).isEmpty();
        assertThat(audit.verify()).isEmpty();
    }
}
