package cn.qingcheng.housing.lease;

import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.kit.time.CityTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A lease. Rent per month; the last day is the one before {@code endsOn}.
 *
 * @param movedInTheSameDay whether the keys were handed over on the day the offer was accepted; none before that
 */
public record LeaseResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        @Schema(examples = "HL-2026-0001") String number,

        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID applicationId,

        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID unitId,

        @Schema(examples = "SH01-1-101") String unitNumber,
        LeaseStatus status,
        @Schema(examples = "2026-09-01") LocalDate startsOn,
        @Schema(examples = "2027-09-01") LocalDate endsOn,
        Money rent,
        Money deposit,

        @Schema(examples = "3db9531414448f1b3f6ca42a58eb00b637d989854b309615c3d6141e370bb33b")
        String termsDigest,

        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant signedAt,
        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant handedOverAt,
        @Schema(examples = "true") @Nullable Boolean movedInTheSameDay) {

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
