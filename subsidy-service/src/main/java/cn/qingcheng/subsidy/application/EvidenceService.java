package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.subsidy.evidence.Evidence;
import cn.qingcheng.subsidy.evidence.EvidenceProblem;
import cn.qingcheng.subsidy.evidence.EvidenceRepository;
import cn.qingcheng.subsidy.evidence.EvidenceResponse;
import cn.qingcheng.subsidy.evidence.EvidenceStore;
import cn.qingcheng.subsidy.evidence.StoredFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** Records what was uploaded and hands it to officers. The upload itself runs outside of any transaction. */
@ApplicationScoped
public class EvidenceService {
    @Inject
    ApplicationRepository applications;

    @Inject
    EvidenceRepository evidence;

    @Inject
    EvidenceStore store;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** A file to be sent to an officer. */
    public record Download(Path file, String mediaType) {}

    /** Refuses an upload that could not be recorded, before its bytes are taken in. */
    @Transactional
    public void mayUpload(UUID applicationId, String kind, String accountId) {
        editable(applicationId, kind, accountId);
    }

    @Transactional
    public EvidenceResponse record(UUID applicationId, String kind, StoredFile file, String accountId) {
        Application application = editable(applicationId, kind, accountId);
        Evidence piece = evidence.ofKind(application.id(), kind).orElse(null);
        if (piece == null) {
            piece = new Evidence(application.id(), kind, file, clock.instant());
            evidence.persistAndFlush(piece);
        } else {
            piece.replace(file, clock.instant());
        }
        return EvidenceResponse.from(piece);
    }

    @Transactional
    public Download download(UUID applicationId, String kind) {
        Evidence piece = applications
                .handedIn(applicationId)
                .flatMap(application -> evidence.ofKind(application.id(), kind))
                .orElseThrow(ProblemException::notFound);
        audit.record("EVIDENCE_READ", "application", applicationId.toString(), kind);
        return new Download(store.path(applicationId, piece.fileName()), piece.mediaType());
    }

    private Application editable(UUID applicationId, String kind, String accountId) {
        Application application = applications.own(applicationId, accountId).orElseThrow(ProblemException::notFound);
        if (!application.schemeVersion().evidenceKinds().contains(kind)) {
            throw new ProblemException(EvidenceProblem.EVIDENCE_KIND_UNKNOWN, kind)
                    .with("allowed", application.schemeVersion().evidenceKinds());
        }
        if (!application.status().editable()) {
            throw new ProblemException(
                    ApplicationProblem.APPLICATION_NOT_EDITABLE,
                    application.status().name());
        }
        return application;
    }
}
