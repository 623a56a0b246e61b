package cn.qingcheng.talent.registry;

import cn.qingcheng.kit.privacy.BlindIndex;
import cn.qingcheng.kit.privacy.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals and opens what names or reaches a person; each value is bound to its row and field. */
@ApplicationScoped
public class PersonalData {

    private final FieldCipher cipher;
    private final BlindIndex blindIndex;

    PersonalData(FieldCipher cipher, BlindIndex blindIndex) {
        this.cipher = cipher;
        this.blindIndex = blindIndex;
    }

    /** Returns what an ID number is looked up by. */
    public byte[] indexOf(String idNumber) {
        return blindIndex.of("id-number:" + idNumber);
    }

    /** Returns a keyed digest, for telling whether something personal has changed without keeping it. */
    public byte[] digestOf(String content) {
        return blindIndex.of("content:" + content);
    }

    SealedPerson seal(UUID talentId, Person person) {
        String phone = person.phone();
        return new SealedPerson(
                cipher.encrypt(person.idNumber(), bound(talentId, "id-number")),
                indexOf(person.idNumber()),
                cipher.encrypt(person.name(), bound(talentId, "name")),
                sealOptional(phone, bound(talentId, "phone")),
                phone == null ? null : blindIndex.of("phone:" + phone),
                sealOptional(person.email(), bound(talentId, "email")));
    }

    /** Returns the person in clear; the caller masks or audits what leaves the service. */
    public Person open(Talent talent) {
        SealedPerson sealed = talent.sealedPerson();
        UUID id = talent.id();
        return new Person(
                cipher.decrypt(sealed.idNumber(), bound(id, "id-number")),
                cipher.decrypt(sealed.name(), bound(id, "name")),
                openOptional(sealed.phone(), bound(id, "phone")),
                openOptional(sealed.email(), bound(id, "email")));
    }

    byte[] sealCertificate(UUID talentId, String certificateNumber) {
        return cipher.encrypt(certificateNumber, bound(talentId, "certificate"));
    }

    /** Returns the certificate's number in clear. */
    public String certificateNumber(EducationRecord education) {
        return cipher.decrypt(
                education.sealedCertificate(), bound(education.talent().id(), "certificate"));
    }

    private byte @Nullable [] sealOptional(@Nullable String plain, String boundTo) {
        return plain == null ? null : cipher.encrypt(plain, boundTo);
    }

    private @Nullable String openOptional(byte @Nullable [] sealed, String boundTo) {
        return sealed == null ? null : cipher.decrypt(sealed, boundTo);
    }

    private static String bound(UUID talentId, String field) {
        return "talent/" + talentId + "/" + field;
    }
}
