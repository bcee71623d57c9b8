using AiOs.Contracts.Ids;
using AiOs.Contracts.Models;

namespace AiOs.Agents.Tests.Models;

/// <summary>Gives leave for every call, or for none, and remembers what became of them.</summary>
internal sealed class FakeMeter : IModelMeter
{
    private readonly List<ModelCall> _asked = [];
    private readonly List<ModelUse> _settled = [];

    public string Currency => "EUR";

    public string? Refusal { get; set; }

    public IReadOnlyList<ModelCall> Asked => _asked;

    public IReadOnlyList<ModelUse> Settled => _settled;

    public Int128 Billionths => _settled.Aggregate(Int128.Zero, static (sum, use) => sum + use.Cost.Billionths);

    public Task<ModelLeave> ReserveAsync(ModelCall call, CancellationToken cancellationToken)
    {
        _asked.Add(call);
        return Task.FromResult<ModelLeave>(Refusal is { } why ? new ModelLeave.Refused(why) : new ModelLeave.Granted(new CommitId(new Guid(_asked.Count, 0, 0, new byte[8])), call));
    }

    public Task SettleAsync(ModelLeave.Granted leave, ModelUse use, CancellationToken cancellationToken)
    {
        Assert.True(use.Cost.Billionths <= leave.Call.Most.Billionths, "a call cost more than was set aside for it");
        _settled.Add(use);
        return Task.CompletedTask;
    }
}
