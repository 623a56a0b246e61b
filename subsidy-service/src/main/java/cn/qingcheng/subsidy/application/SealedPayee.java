package cn.qingcheng.subsidy.application;

/**
 * The account to be paid as it is stored: name and number encrypted and bound to the application, the number's tail
 * kept to be recognised by.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedPayee(String bankCode, byte[] cipher, String accountTail) {}
