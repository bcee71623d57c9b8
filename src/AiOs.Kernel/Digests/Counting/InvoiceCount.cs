using AiOs.Contracts.Events;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Policy.Reading;

namespace AiOs.Kernel.Digests.Counting;

/// <summary>Counts when the Record of an invoice began or ceased to say that it is paid. One with a supplier is a bill; any other is the operator's own.</summary>
internal sealed class InvoiceCount(DigestWindow window, TallyDraft tally)
{
    private const string Paid = "paid";
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    public void Take(IEnumerable<FeedCommit> commits)
    {
        foreach (var commit in commits)
        {
            foreach (var written in commit.Events.OfType<RecordWritten>())
            {
                var before = _fields.ContainsKey(Paid);
                var asItWas = (Amount, IsBill);
                Fold(written);
                var after = _fields.ContainsKey(Paid);
                if (window.Has(commit.Position) && before != after)
                {
                    var (amount, isBill) = after ? (Amount, IsBill) : asItWas;
                    Count(amount, isBill, after ? 1 : -1);
                }
            }
        }
    }

    /// <summary>The field is kept in one form; what has another is no amount that can be counted.</summary>
    private Money? Amount => _fields.GetValueOrDefault("amount") is { } text && text.Contains(' ', StringComparison.Ordinal) ? MoneyText.Parse(text, string.Empty).Amount : null;

    private bool IsBill => _fields.ContainsKey("supplier");

    private void Fold(RecordWritten written)
    {
        foreach (var (name, field) in written.Personal?.Fields ?? new Dictionary<string, Contracts.Records.RecordField>())
        {
            _fields[name] = field.Value;
        }

        foreach (var name in written.Personal?.Removed ?? [])
        {
            _fields.Remove(name);
        }
    }

    private void Count(Money? amount, bool isBill, int sign)
    {
        if (isBill)
        {
            tally.BillsPaid += sign;
        }
        else
        {
            tally.InvoicesPaid += sign;
        }

        if (amount is null)
        {
            tally.WithoutAmount += sign;
        }
        else
        {
            (isBill ? tally.Bills : tally.In).Add(amount.Currency, sign * (Int128)amount.Minor);
        }
    }
}
