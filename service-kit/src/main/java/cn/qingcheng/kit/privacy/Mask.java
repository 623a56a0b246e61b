package cn.qingcheng.kit.privacy;

/** Sensitive values as they may be shown: enough to recognise one's own, too little to learn another's. */
public final class Mask {
    private Mask() {}

    /** {@code 王小明} becomes {@code 王**}; a name of one character is hidden whole. */
    public static String name(String name) {
        int length = name.codePointCount(0, name.length());
        if (length < 2) {
            return "*".repeat(length);
        }
        return Character.toString(name.codePointAt(0)) + "*".repeat(length - 1);
    }

    /** {@code 150105199903071231} becomes {@code 150***********1231}: no date of birth. */
    public static String idNumber(String idNumber) {
        return keep(idNumber, 3, 4);
    }

    /** {@code 13812345678} becomes {@code 138****5678}. */
    public static String phone(String phone) {
        return keep(phone, 3, 4);
    }

    /** A bank account keeps its last four digits. */
    public static String account(String account) {
        return keep(account, 0, 4);
    }

    private static String keep(String value, int first, int last) {
        int hidden = value.length() - first - last;
        if (hidden <= 0) {
            return "*".repeat(value.length());
        }
        return value.substring(0, first) + "*".repeat(hidden) + value.substring(value.length() - last);
    }
}
