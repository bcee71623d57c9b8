using System.Globalization;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Forgetting;

/// <summary>Tells the operator what was found or forgotten, and which older copies still hold it.</summary>
internal sealed class ForgetReport(ICopyRegister copies, IEntropy entropy)
{
    public ForgetOutcome Of(FoundStreams found, bool done, int files)
    {
        var items = found.Streams.Count(stream => WorkItemId.TryParse(stream.Value, out _));
        var records = found.Streams.Count(stream => stream.Value.StartsWith("record/", StringComparison.Ordinal));
        return new ForgetOutcome(found.Streams.Count > 0, SentenceOf(found, items, records, done))
        {
            WorkItems = items,
            Records = records,
            Others = found.Streams.Count - items - records,
            Unlinked = found.Unlinked,
            Files = files,
            OlderCopies = copies.List(),
            Notes = found.InPolicy ? ["The policy names this person; change it yourself with /policy."] : [],
        };
    }

    /// <summary>Names one forgetting: nobody can guess it, and it says nothing.</summary>
    public string NewName()
    {
        Span<byte> name = stackalloc byte[16];
        entropy.Fill(name);
        return Convert.ToHexStringLower(name);
    }

    private static string SentenceOf(FoundStreams found, int items, int records, bool done)
    {
        if (found.Streams.Count == 0)
        {
            return "Nothing here is about that person.";
        }

        var what = string.Create(CultureInfo.InvariantCulture, $"{items} work items, {records} Records and {found.Streams.Count - items - records} other streams");
        return done
            ? $"Forgotten: {what}. Their keys are destroyed, and nothing of them can be read any more."
            : $"This would forget {what} for good, {found.Unlinked} of them found by their words alone.";
    }
}
