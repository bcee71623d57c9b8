using AiOs.Contracts.Ids;
using AiOs.Kernel.Policy.Amendments;
using AiOs.Kernel.Policy.Reading.Yaml;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>Reads the whole policy out of its tree.</summary>
internal sealed class DocumentReader(string currency, Digest digest, PolicyFaults faults)
{
    private const string Amendments = "amendments";

    private static readonly IReadOnlyList<string> Keys =
        ["version", "quietHours", "interruptions", "approvals", "escalation", "caps", "autonomy", "autoReject", "rules", Amendments];

    /// <summary>The policy. Only to be used when no fault was found.</summary>
    public PolicyDocument? Read(TreeNode.Map root)
    {
        if (Section.Of(root, "a policy", faults, Keys) is not { } file)
        {
            return null;
        }

        var values = new Values(currency, faults);
        values.OneOf(file.Required("version"), "version", ["1"]);
        var quietHours = file["quietHours"] is { } quiet ? values.Window(quiet, "'quietHours'") : null;
        var settings = new SettingsReader(values, faults);
        var rules = new RuleReader(values, new WhenReader(values, faults, quietHours), faults);
        var approvals = settings.Approvals(file["approvals"]);
        var document = new PolicyDocument
        {
            Digest = digest,
            Currency = currency,
            AutoRejects = rules.Rejects(file["autoReject"]),
            AlwaysAsks = [],
            Rules = rules.Rules(file.Required("rules")),
            Caps = new CapsReader(values, faults).Read(file["caps"]),
            QuietHours = quietHours,
            InterruptionsPerDay = settings.Interruptions(file["interruptions"]),
            Approvals = approvals,
            Escalation = settings.Escalation(file["escalation"], approvals),
            Autonomy = settings.Autonomy(file["autonomy"]),
            Amendments = [],
        };
        return AmendmentFold.Apply(document, Amended(root, values));
    }

    private IReadOnlyList<ListedAmendment> Amended(TreeNode.Map root, Values values)
    {
        if (root.Entries.FirstOrDefault(entry => entry.Key == Amendments) is not { } entry)
        {
            return [];
        }

        if (root.Entries[^1] != entry)
        {
            faults.Add(entry.Line, "The amendments must be the last of the file, since the program adds to them; move them to the end.");
        }

        return new AmendmentReader(values, faults).Read(entry.Value);
    }
}
