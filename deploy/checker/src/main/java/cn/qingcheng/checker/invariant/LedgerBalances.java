package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Database;

/** Money is neither made nor lost on its way from the treasury to a bank account. */
final class LedgerBalances implements Invariant {

    @Override
    public int number() {
        return 1;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String sentence() {
        return "In each ledger transaction and overall debits equal credits, each balance is the sum of its entries, and"
                + " no account is below zero.";
    }

    @Override
    public Finding check(CityUnderCheck city) {
        Database subsidy = city.subsidy();
        return new Findings(number())
                .counted(subsidy.number("select count(*) from ledger_transaction"), "transactions")
                .counted(subsidy.number("select count(*) from ledger_entry"), "entries")
                .counted(subsidy.number("select count(*) from ledger_account"), "balances")
                .none("a transaction whose debits, credits and amount are not all the same", subsidy.lines("""
                        select format('transaction %s: amount %s, debits %s, credits %s', t.id, t.amount_fen,
                                      coalesce(sum(e.amount_fen) filter (where e.side = 'DEBIT'), 0),
                                      coalesce(sum(e.amount_fen) filter (where e.side = 'CREDIT'), 0))
                          from ledger_transaction t left join ledger_entry e on e.transaction_id = t.id
                         group by t.id
                        having coalesce(sum(e.amount_fen) filter (where e.side = 'DEBIT'), 0) <> t.amount_fen
                            or coalesce(sum(e.amount_fen) filter (where e.side = 'CREDIT'), 0) <> t.amount_fen
                         order by t.id"""))
                .none("an entry of another budget line than its transaction, or of none", subsidy.lines("""
                        select format('entry %s %s of transaction %s', e.side, e.account, e.transaction_id)
                          from ledger_entry e left join ledger_transaction t on t.id = e.transaction_id
                         where t.id is null or t.budget_line_id <> e.budget_line_id
                         order by e.transaction_id, e.side, e.account"""))
                .none("debits and credits differ overall", subsidy.lines("""
                        select format('debits %s, credits %s', debits, credits)
                          from (select coalesce(sum(amount_fen) filter (where side = 'DEBIT'), 0) as debits,
                                       coalesce(sum(amount_fen) filter (where side = 'CREDIT'), 0) as credits
                                  from ledger_entry) as sums
                         where debits <> credits"""))
                // The treasury grows by credit, every other account by debit.
                .none("a balance that is not the sum of its entries", subsidy.lines("""
                        select format('account %s of line %s: balance %s, entries sum to %s', a.kind, a.budget_line_id,
                                      a.balance_fen, coalesce(s.sum_fen, 0))
                          from ledger_account a left join (
                               select budget_line_id, account,
                                      sum(case when (side = 'DEBIT') = (account <> 'TREASURY') then amount_fen
                                               else -amount_fen end) as sum_fen
                                 from ledger_entry group by budget_line_id, account) s
                            on s.budget_line_id = a.budget_line_id and s.account = a.kind
                         where a.balance_fen <> coalesce(s.sum_fen, 0)
                         order by a.budget_line_id, a.kind"""))
                .none("an account below zero", subsidy.lines("""
                        select format('account %s of line %s: %s', kind, budget_line_id, balance_fen)
                          from ledger_account where balance_fen < 0 order by budget_line_id, kind"""))
                .done();
    }
}
