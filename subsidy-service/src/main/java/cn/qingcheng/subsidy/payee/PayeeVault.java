package cn.qingcheng.subsidy.payee;

import cn.qingcheng.kit.privacy.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Seals and opens the account to be paid. */
@ApplicationScoped
public class PayeeVault {
    /** Can be in neither part: the number has digits only and stands first. */
    private static final String SEPARATOR = "\n";

    private static final int TAIL_DIGITS = 4;

    @Inject
    FieldCipher cipher;

    public SealedPayee seal(UUID applicationId, PayeeRequest payee) {
        String number = payee.accountNumber();
        return new SealedPayee(
                payee.bankCode(),
                cipher.encrypt(number + SEPARATOR + payee.accountName(), boundTo(applicationId)),
                number.substring(number.length() - TAIL_DIGITS));
    }

    public PayeeRequest open(UUID applicationId, SealedPayee sealed) {
        String[] parts = cipher.decrypt(sealed.cipher(), boundTo(applicationId)).split(SEPARATOR, 2);
        return new PayeeRequest(parts[1], parts[0], sealed.bankCode());
    }

    private static String boundTo(UUID applicationId) {
        return "application/" + applicationId + "/payee";
    }
}
