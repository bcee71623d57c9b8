using System.Globalization;
using System.Text;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Tests.Support;

/// <summary>What the events so far say of one question.</summary>
internal sealed class PastApproval(ApprovalRequested asked, DateTimeOffset at)
{
    public ApprovalRequested Asked { get; } = asked;

    public DateTimeOffset At { get; } = at;

    public ApprovalHalfGranted? Half { get; set; }

    public JournalEvent? Ended { get; set; }

    public bool IsSuperseded { get; set; }

    public bool IsVoid { get; set; }

    public int Rung { get; set; }

    public bool IsOpen => Ended is null && !IsSuperseded && !IsVoid;

    public bool IsGranted => Ended is ApprovalGranted && !IsVoid;

    public static Digest DigestOf(ApprovalRequested asked, IEnumerable<PastEffect> effects)
    {
        var records = (asked.Records ?? []).Select(cited => string.Create(CultureInfo.InvariantCulture, $$"""{"record":"{{cited.Record}}","version":{{cited.Version}}}"""));
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"approval":"{{asked.Approval}}","effects":[{{string.Join(',', effects.Select(effect => effect.Bytes))}}],"expiresAt":"{{asked.ExpiresAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}","policy":"{{asked.Policy}}","records":[{{string.Join(',', records)}}],"tier":{{asked.Tier}}}""");
        return Digest.Of(Encoding.UTF8.GetBytes(text));
    }
}
