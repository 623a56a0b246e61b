package cn.qingcheng.housing.lease;

import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.kit.time.CityTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lease. Rent per month; the last day is the one before {@code endsOn}.
 *
 * @param movedInTheSameDay whether the keys were handed over on the day the offer was accepted; none before that
 */
public record LeaseResponse(
        UUID id,
        String number,
        UUID applicationId,
        UUID unitId,
        String unitNumber,
        LeaseStatus status,
        LocalDate startsOn,
        LocalDate endsOn,
        Money rent,
        Money deposit,
        String termsDigest,
        @Nullable Instant signedAt,
        @Nullable Instant handedOverAt,
        @Nullable Boolean movedInTheSameDay) {

    static LeaseResponse from(Lease lease) {
        Instant keys = lease.handedOverAt();
        return new LeaseResponse(
                lease.id(),
                lease.number(),
                lease.applicationId(),
                lease.unitId(),
                lease.unitCode(),
                lease.status(),
                lease.startsOn(),
                lease.endsOn(),
                new Money(lease.rentFen()),
                new Money(lease.depositFen()),
                lease.termsDigest(),
                lease.signedAt(),
                keys,
                keys == null ? null : day(lease.offerAcceptedAt()).equals(day(keys)));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, CityTime.ZONE);
    }
}
