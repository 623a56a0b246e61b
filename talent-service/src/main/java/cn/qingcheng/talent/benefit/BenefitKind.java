package cn.qingcheng.talent.benefit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A kind of benefit and the group whose kinds exclude each other; data, not code. */
@Entity
@Immutable
@Table(name = "benefit_kind")
class BenefitKind {

    @Id
    private String code;

    private @Nullable String exclusionGroup;

    protected BenefitKind() {}

    BenefitKind(String code, @Nullable String exclusionGroup) {
        this.code = code;
        this.exclusionGroup = exclusionGroup;
    }

    String code() {
        return code;
    }

    @Nullable
    String exclusionGroup() {
        return exclusionGroup;
    }
}
