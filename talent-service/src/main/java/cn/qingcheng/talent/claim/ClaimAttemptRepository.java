package cn.qingcheng.talent.claim;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Counts wrong guesses by who guesses and by whose record is guessed at. */
@ApplicationScoped
class ClaimAttemptRepository implements PanacheRepositoryBase<ClaimAttempt, UUID> {

    /** Guesses that concern the same account or ID number wait for each other, so that none slips past the count. */
    void takeTurns(String accountId, byte[] idNumberIndex) {
        Stream.of("account/" + accountId, "id/" + HexFormat.of().formatHex(idNumberIndex))
                .sorted()
                .forEach(name -> getEntityManager()
                        .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                        .setParameter("name", "claim/" + name)
                        .getSingleResult());
    }

    /** Returns the latest wrong guesses of the account since then, the newest first. */
    List<ClaimAttempt> wrongByAccount(String accountId, Instant since, int most) {
        return find("accountId = ?1 and not matched and attemptedAt > ?2 order by attemptedAt desc", accountId, since)
                .page(0, most)
                .list();
    }

    /** Returns the latest wrong guesses at the ID number since then, the newest first. */
    List<ClaimAttempt> wrongByIdNumber(byte[] idNumberIndex, Instant since, int most) {
        return find(
                        "idNumberIndex = ?1 and not matched and attemptedAt > ?2 order by attemptedAt desc",
                        idNumberIndex,
                        since)
                .page(0, most)
                .list();
    }
}
