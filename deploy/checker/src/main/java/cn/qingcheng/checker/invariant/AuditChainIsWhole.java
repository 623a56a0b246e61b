package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.AuditLink;
import cn.qingcheng.checker.source.Database;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Nobody has changed or taken out what was written down of who decided what. */
final class AuditChainIsWhole implements Invariant {
    private static final int HASH_BYTES = 32;

    @Override
    public int number() {
        return 9;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String sentence() {
        return "The audit chain of each database is whole: positions without a gap, and every hash as it must be.";
    }

    @Override
    public Finding check(CityUnderCheck city) {
        Findings findings = new Findings(number());
        List<String> broken = new ArrayList<>();
        for (Database service : city.services()) {
            Chain chain = new Chain(service.name());
            service.each(
                    "select position, occurred_at, actor, action, object_type, object_id, reason, correlation_id,"
                            + " previous_hash, hash from audit_record order by position",
                    row -> chain.take(
                            new AuditLink(
                                    row.getLong(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant(),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getString(8)),
                            row.getBytes(9),
                            row.getBytes(10)));
            findings.counted(chain.last, "records of " + service.name());
            broken.addAll(chain.broken);
        }
        return findings.none("a link of the chain that is broken", broken).done();
    }

    /** The chain so far. Each link is held against the one before it as it stands, so that one break is told once. */
    private static final class Chain {
        private final String service;
        private final List<String> broken = new ArrayList<>();
        private long last;
        private byte[] lastHash = new byte[HASH_BYTES];

        Chain(String service) {
            this.service = service;
        }

        void take(AuditLink link, byte[] previousHash, byte[] hash) {
            String place = service + " " + link.position();
            if (link.position() != last + 1) {
                broken.add(place + " follows " + last);
            } else if (!MessageDigest.isEqual(lastHash, previousHash)) {
                broken.add(place + " does not follow the record before it");
            }
            if (!MessageDigest.isEqual(link.hash(previousHash), hash)) {
                broken.add(place + " is not as it was written");
            }
            last = link.position();
            lastHash = hash;
        }
    }
}
