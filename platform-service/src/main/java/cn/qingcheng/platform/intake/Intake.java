package cn.qingcheng.platform.intake;

import java.util.List;

/** How a feature takes in rows of its kind. */
public interface Intake<T> {

    ImportKind kind();

    Class<T> rowType();

    /** The code by which the row's thing is known; a second row of an import with the same code is rejected. */
    String codeOf(T row);

    /**
     * Creates or updates what the rows speak of, in the running transaction.
     *
     * @param rows well-formed rows of different codes, at most {@value Importer#ROWS_PER_TRANSACTION}
     * @return what became of each, in their order
     */
    List<Taken> take(List<T> rows);
}
