using AiOs.Agents.Drafting.Facts;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Billing.Invoices;

/// <summary>What an invoice comes to, exact in minor units. VAT is added only where a Record says how much.</summary>
/// <param name="Net">Without VAT.</param>
/// <param name="Rate">The rate of the VAT; nothing where no Record says any.</param>
internal sealed record InvoiceSum(Money Net, Percentage? Rate)
{
    /// <summary>The field that holds the rate.</summary>
    public const string VatField = "vat-rate";

    public Money? Vat => Rate?.Of(Net);

    public Money Total => Vat is { } vat ? new Money(checked(Net.Minor + vat.Minor), Net.Currency) : Net;

    /// <summary>Adds the VAT that the first of some Records says.</summary>
    public static InvoiceSum Of(Money net, IEnumerable<RecordSnapshot?> records) => new(net, Percentage.First(records, VatField));
}
