package cn.qingcheng.talent.registry;

import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.standard.ResidentId;
import cn.qingcheng.kit.time.CityTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Takes people and their studies in, within the transaction of the use case that brings them. */
@ApplicationScoped
public class Registry {

    private final TalentRepository talents;
    private final EducationRecordRepository educationRecords;
    private final PersonalData personalData;
    private final Outbox outbox;
    private final Clock clock;

    Registry(
            TalentRepository talents,
            EducationRecordRepository educationRecords,
            PersonalData personalData,
            Outbox outbox,
            Clock clock) {
        this.talents = talents;
        this.educationRecords = educationRecords;
        this.personalData = personalData;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A person nobody has told of before; a study and {@link #announce} have to follow in the transaction. */
    public Talent register(String source, Person person, String householdRegion) {
        ResidentId residentId = ResidentId.of(person.idNumber(), CityTime.today(clock));
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        SealedPerson sealed = personalData.seal(id, person);
        Talent talent = new Talent(id, source, residentId, sealed, householdRegion, clock.instant());
        talents.persist(talent);
        return talent;
    }

    public void describe(Talent talent, Person person, String householdRegion) {
        talent.describe(personalData.seal(talent.id(), person), householdRegion, clock.instant());
    }

    public EducationRecord addStudy(Talent talent, SourceKey key, long sourceVersion, byte[] digest, Study study) {
        EducationRecord education = talent.study(key, report(talent, sourceVersion, digest, study), clock.instant());
        educationRecords.persist(education);
        return education;
    }

    public void changeStudy(EducationRecord education, long sourceVersion, byte[] digest, Study study) {
        education.report(report(education.talent(), sourceVersion, digest, study), clock.instant());
    }

    private StudyReport report(Talent talent, long sourceVersion, byte[] digest, Study study) {
        byte[] certificate = personalData.sealCertificate(talent.id(), study.certificateNumber());
        return new StudyReport(sourceVersion, digest, study, certificate);
    }

    /** Tells the other services of people they have not heard of. */
    public void announce(Collection<Talent> registered) {
        outbox.appendAll(registered.stream().map(TalentRegistered::of).toList());
    }

    /** Tells the other services what they may know of the people now; once per transaction that changed them. */
    public void publish(Collection<Talent> changed) {
        outbox.appendAll(changed.stream().map(TalentFacts::of).toList());
    }

    public void publish(Talent changed) {
        publish(List.of(changed));
    }
}
