package cn.qingcheng.platform.target;

import cn.qingcheng.kit.event.MalformedEvent;
import cn.qingcheng.kit.event.ReceivedEvent;
import cn.qingcheng.kit.inbox.Inbox;
import cn.qingcheng.kit.time.CityTime;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Listens for subsidies that reached their payees. */
@ApplicationScoped
class PaymentConsumer {

    private final Inbox inbox;
    private final TargetService service;
    private final String rentSubsidyScheme;

    PaymentConsumer(
            Inbox inbox,
            TargetService service,
            @ConfigProperty(name = "qingcheng.indicator.rent-subsidy-scheme") String rentSubsidyScheme) {
        this.inbox = inbox;
        this.service = service;
        this.rentSubsidyScheme = rentSubsidyScheme;
    }

    /** What is read of {@code subsidy.payment.settled}. */
    record PaymentSettled(
            @Nullable String paymentId, @Nullable String schemeCode, long amountFen) {}

    @Incoming("subsidy-payment")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive("platform.payment", message, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (!event.type().equals("subsidy.payment.settled")) {
            return;
        }
        PaymentSettled settled = event.as(PaymentSettled.class);
        if (settled.paymentId() == null || settled.schemeCode() == null || settled.amountFen() <= 0) {
            throw new MalformedEvent("a settled payment needs paymentId, schemeCode and an amountFen above zero");
        }
        if (settled.schemeCode().equals(rentSubsidyScheme)) {
            YearMonth month = YearMonth.from(event.time().atZone(CityTime.ZONE));
            service.count(
                    new Measurement(Indicator.RENT_SUBSIDY_PAID, settled.paymentId(), month, settled.amountFen()),
                    event.time());
        }
    }
}
