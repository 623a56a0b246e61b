package cn.qingcheng.talent.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** One completed course of study; owned by the university that reports it. */
@Entity
@Table(name = "education_record")
public class EducationRecord {

    /** Codes of GB/T 4658 fall as the level rises, 11 being a doctor; of two equals the later graduation counts. */
    static final Comparator<EducationRecord> LOWEST_FIRST = Comparator.comparing(
                    (EducationRecord education) -> education.level, Comparator.reverseOrder())
            .thenComparing(education -> education.graduatedOn);

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "talent_id")
    private Talent talent;

    @Embedded
    private SourceKey key;

    private long sourceVersion;
    private byte[] contentDigest;
    private String level;
    private @Nullable String degree;
    private @Nullable String discipline;
    private LocalDate graduatedOn;

    @Column(name = "certificate_number")
    private byte[] sealedCertificate;

    @SuppressWarnings("UnusedVariable") // for who reads the table
    private Instant createdAt;

    @SuppressWarnings("UnusedVariable") // for who reads the table
    private Instant updatedAt;

    @Version
    private long version;

    protected EducationRecord() {}

    EducationRecord(Talent talent, SourceKey key, StudyReport report, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.talent = talent;
        this.key = key;
        this.createdAt = at;
        this.updatedAt = at;
        this.sourceVersion = report.sourceVersion();
        this.contentDigest = report.contentDigest();
        this.level = report.study().level();
        this.degree = report.study().degree();
        this.discipline = report.study().discipline();
        this.graduatedOn = report.study().graduatedOn();
        this.sealedCertificate = report.sealedCertificate();
    }

    /** The university tells something else than before. */
    void report(StudyReport report, Instant at) {
        this.sourceVersion = report.sourceVersion();
        this.contentDigest = report.contentDigest();
        this.level = report.study().level();
        this.degree = report.study().degree();
        this.discipline = report.study().discipline();
        this.graduatedOn = report.study().graduatedOn();
        this.sealedCertificate = report.sealedCertificate();
        this.updatedAt = at;
        talent.changed(at);
    }

    /** The university has told the same again under a newer number. */
    public void confirm(long reportedVersion, Instant at) {
        if (reportedVersion > sourceVersion) {
            sourceVersion = reportedVersion;
            updatedAt = at;
        }
    }

    public boolean says(byte[] digest) {
        return Arrays.equals(contentDigest, digest);
    }

    public Talent talent() {
        return talent;
    }

    public SourceKey key() {
        return key;
    }

    public long sourceVersion() {
        return sourceVersion;
    }

    public String level() {
        return level;
    }

    public @Nullable String degree() {
        return degree;
    }

    public @Nullable String discipline() {
        return discipline;
    }

    /** Returns code of the institution, which is the one that reported it. */
    public String institution() {
        return key.source();
    }

    public LocalDate graduatedOn() {
        return graduatedOn;
    }

    byte[] sealedCertificate() {
        return sealedCertificate;
    }
}
