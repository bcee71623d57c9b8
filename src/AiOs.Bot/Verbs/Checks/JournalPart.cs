using AiOs.Contracts.Desk;
using AiOs.Contracts.Ports;

namespace AiOs.Bot.Verbs.Checks;

/// <summary>The journal: every commit, every link and the signed head.</summary>
internal sealed class JournalPart(IDesk desk) : ICheckedPart
{
    public string Name => "journal";

    public async Task<PartHealth> CheckAsync(CancellationToken cancellationToken)
    {
        if (desk.DamagedBecause is { } because)
        {
            return new PartHealth(Ok: false, because);
        }

        var report = await desk.VerifyAsync(cancellationToken);
        return new PartHealth(report.Ok, report.Sentence);
    }
}
