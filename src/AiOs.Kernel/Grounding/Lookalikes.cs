using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;
using AiOs.Contracts.Text;
using AiOs.Kernel.Records;

namespace AiOs.Kernel.Grounding;

/// <summary>Says where a sender is called as a known client or vendor is, but writes from elsewhere. A name proves nothing. Pure.</summary>
internal static class Lookalikes
{
    private const int Most = 3;

    /// <summary>The sentences.</summary>
    /// <param name="sender">Who the message says wrote it.</param>
    /// <param name="namesakes">The Records of parties that have that name.</param>
    public static IReadOnlyList<string> Of(Mailbox sender, IReadOnlyList<RecordSnapshot> namesakes)
    {
        var name = NameForm.Of(sender.Name ?? string.Empty);
        var same = namesakes.Where(record => name.Length > 0 && RecordLinks.IsParty(record.Id) && RecordLinks.Names(record.Fields).Any(one => NameForm.Of(one) == name))
            .Select(record => (record.Id, Addresses: AddressesOf(record))).Where(one => one.Addresses.Count > 0).ToList();
        return same.Exists(one => one.Addresses.Contains(sender.Address, StringComparer.OrdinalIgnoreCase))
            ? []
            : [.. same.Take(Most).Select(one => $"The sender is called as {one.Id} is, whose address is {one.Addresses[0]}; this mail comes from {sender.Address}.")];
    }

    private static List<string> AddressesOf(RecordSnapshot record) =>
        [.. RecordLinks.Addresses(record.Fields.Where(field => Passages.IsConfirmed(field.Value)).ToDictionary())];
}
