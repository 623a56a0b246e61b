package cn.qingcheng.housing.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of the household: a known talent, or somebody declared by name, which is kept encrypted. */
@Embeddable
public class HouseholdMember {

    @Enumerated(EnumType.STRING)
    private Relation relation;

    private @Nullable UUID talentId;
    private byte @Nullable [] nameCipher;

    @Column
    private boolean live;

    protected HouseholdMember() {}

    HouseholdMember(Relation relation, @Nullable UUID talentId, byte @Nullable [] nameCipher) {
        this.relation = relation;
        this.talentId = talentId;
        this.nameCipher = nameCipher == null ? null : nameCipher.clone();
        this.live = true;
    }

    void leave() {
        live = false;
    }

    public Relation relation() {
        return relation;
    }

    public @Nullable UUID talentId() {
        return talentId;
    }

    byte @Nullable [] nameCipher() {
        return nameCipher == null ? null : nameCipher.clone();
    }
}
