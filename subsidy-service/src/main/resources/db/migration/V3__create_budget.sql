-- The double-entry ledger. What must always hold is held here, whatever the code above does:
-- each transaction balances, each balance is the sum of its entries and never negative, and nothing is rewritten.
CREATE TABLE budget_line (
    id uuid PRIMARY KEY,
    code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{1,49}$'),
    name_zh text NOT NULL,
    name_en text NOT NULL,
    year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    created_by text NOT NULL,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT budget_line_code_unique UNIQUE (code)
);

CREATE TABLE ledger_account (
    budget_line_id uuid NOT NULL REFERENCES budget_line,
    kind text NOT NULL CHECK (kind IN ('TREASURY', 'APPROPRIATED', 'COMMITTED', 'RESERVED', 'PAID', 'RETURNED', 'CLAWED_BACK')),
    balance_fen bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (budget_line_id, kind),
    CONSTRAINT ledger_balance_not_negative CHECK (balance_fen >= 0)
);

CREATE TABLE ledger_transaction (
    id uuid PRIMARY KEY,
    budget_line_id uuid NOT NULL REFERENCES budget_line,
    movement text NOT NULL CHECK (movement IN
        ('APPROPRIATE', 'COMMIT', 'RELEASE', 'RESERVE', 'RESERVE_AGAIN', 'UNRESERVE', 'SETTLE', 'RETURN')),
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    reference_type text NOT NULL CHECK (reference_type IN ('APPROPRIATION', 'ENTITLEMENT', 'BATCH', 'PAYMENT')),
    reference_id text NOT NULL,
    decision text NOT NULL,
    decided_by text NOT NULL,
    occurred_at timestamptz NOT NULL,
    CONSTRAINT ledger_movement_once UNIQUE (movement, reference_id)
);

CREATE INDEX ledger_transaction_of_line ON ledger_transaction (budget_line_id, id);

CREATE TABLE ledger_entry (
    transaction_id uuid NOT NULL REFERENCES ledger_transaction,
    side text NOT NULL CHECK (side IN ('DEBIT', 'CREDIT')),
    budget_line_id uuid NOT NULL,
    account text NOT NULL,
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    PRIMARY KEY (transaction_id, side, account),
    FOREIGN KEY (budget_line_id, account) REFERENCES ledger_account (budget_line_id, kind)
);

CREATE INDEX ledger_entry_of_account ON ledger_entry (budget_line_id, account);

-- The treasury grows by credit, every other account by debit.
CREATE FUNCTION ledger_move_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE ledger_account
       SET balance_fen = balance_fen
           + CASE WHEN (NEW.side = 'DEBIT') = (kind <> 'TREASURY') THEN NEW.amount_fen ELSE -NEW.amount_fen END
     WHERE budget_line_id = NEW.budget_line_id AND kind = NEW.account;
    RETURN NULL;
END $$;

CREATE TRIGGER ledger_entry_moves_balance AFTER INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_move_balance();

CREATE FUNCTION ledger_must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    debits bigint;
    credits bigint;
BEGIN
    SELECT coalesce(sum(amount_fen) FILTER (WHERE side = 'DEBIT'), 0),
           coalesce(sum(amount_fen) FILTER (WHERE side = 'CREDIT'), 0)
      INTO debits, credits
      FROM ledger_entry WHERE transaction_id = NEW.id;
    IF debits <> NEW.amount_fen OR credits <> NEW.amount_fen THEN
        RAISE EXCEPTION 'ledger transaction % does not balance', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transaction_balanced';
    END IF;
    RETURN NULL;
END $$;

-- At commit every transaction has entries on both sides that sum to its amount.
CREATE CONSTRAINT TRIGGER ledger_transaction_balanced AFTER INSERT ON ledger_transaction
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_must_balance();

CREATE FUNCTION ledger_entry_must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parent ledger_transaction%ROWTYPE;
    debits bigint;
    credits bigint;
BEGIN
    SELECT * INTO parent FROM ledger_transaction WHERE id = NEW.transaction_id;
    SELECT coalesce(sum(amount_fen) FILTER (WHERE side = 'DEBIT'), 0),
           coalesce(sum(amount_fen) FILTER (WHERE side = 'CREDIT'), 0)
      INTO debits, credits
      FROM ledger_entry WHERE transaction_id = NEW.transaction_id;
    IF debits <> parent.amount_fen OR credits <> parent.amount_fen OR NEW.budget_line_id <> parent.budget_line_id THEN
        RAISE EXCEPTION 'ledger transaction % does not balance', NEW.transaction_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transaction_balanced';
    END IF;
    RETURN NULL;
END $$;

-- An entry added later to an old transaction would unbalance it; this one stops that.
CREATE CONSTRAINT TRIGGER ledger_entry_balanced AFTER INSERT ON ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_must_balance();

CREATE TRIGGER ledger_transaction_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transaction
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
