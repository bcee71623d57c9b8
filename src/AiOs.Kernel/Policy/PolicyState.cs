using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal;

namespace AiOs.Kernel.Policy;

/// <summary>The Record <c>policy/main</c>: the policy in force and all before it.</summary>
internal sealed record PolicyState : Aggregate
{
    public static RecordId Id { get; } = new("policy", "main");

    public PolicyVersion? Current { get; init; }

    /// <summary>The digest of the file that was adopted last; a file is adopted again only when it was changed.</summary>
    public Digest? LastFile { get; init; }

    public override Aggregate Apply(JournalEvent happened, DateTimeOffset at) => happened is PolicyAdopted adopted
        ? this with
        {
            Current = new PolicyVersion(adopted.Version, adopted.Digest, adopted.Personal?.Text, at, adopted.Effect),
            LastFile = adopted.Source == "file" ? adopted.Digest : LastFile,
        }
        : this;
}
