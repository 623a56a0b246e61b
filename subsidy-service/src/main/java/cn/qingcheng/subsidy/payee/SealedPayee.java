package cn.qingcheng.subsidy.payee;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The account to be paid as it is stored: name and number encrypted and bound to the application, the number's tail
 * kept to be recognised by.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
@Embeddable
public record SealedPayee(
        @Column(name = "payee_bank_code") String bankCode,
        @Column(name = "payee_cipher") byte[] cipher,
        @Column(name = "payee_account_tail") String accountTail) {}
