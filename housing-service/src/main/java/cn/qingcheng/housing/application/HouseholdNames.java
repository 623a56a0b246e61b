package cn.qingcheng.housing.application;

import cn.qingcheng.kit.privacy.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Turns declared members into stored ones and back; a declared name is at rest only encrypted. */
@ApplicationScoped
class HouseholdNames {

    private final FieldCipher cipher;

    HouseholdNames(FieldCipher cipher) {
        this.cipher = cipher;
    }

    List<HouseholdMember> seal(UUID applicationId, HouseholdContent household) {
        return household.members().stream()
                .map(member -> new HouseholdMember(
                        member.relation(),
                        member.talentId(),
                        member.name() == null ? null : cipher.encrypt(member.name(), boundTo(applicationId))))
                .toList();
    }

    /** The members other than the head. */
    HouseholdContent open(Application application) {
        return new HouseholdContent(application.household().stream()
                .filter(member -> member.relation() != Relation.SELF)
                .map(member -> {
                    byte[] sealed = member.nameCipher();
                    return new HouseholdContent.Member(
                            member.relation(),
                            member.talentId(),
                            sealed == null ? null : cipher.decrypt(sealed, boundTo(application.id())));
                })
                .toList());
    }

    private static String boundTo(UUID applicationId) {
        return "application/" + applicationId + "/household";
    }
}
