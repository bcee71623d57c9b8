using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Channels.Web.Tests.Fakes;

/// <summary>Remembers what was put right; only number 57 can be taken back.</summary>
internal sealed class FakeCorrections(FakeDesk desk) : ICorrections
{
    public List<(WorkItemId Item, Category Category)> Said { get; } = [];

    public Task<DecisionOutcome> CorrectAsync(WorkItemId id, Category category, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        Said.Add((id, category));
        var item = desk.Items.Find(one => one.Id == id);
        return Task.FromResult(new DecisionOutcome(item is not null, "Understood.", item));
    }

    public Task<IReadOnlyList<CorrectionView>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CorrectionView>>(
        [.. Said.Select((one, index) => new CorrectionView(57 + index, Samples.Noon, "category", $"It is <b>{one.Category}</b>.", StreamId.Of(one.Item)))]);

    public Task<ControlOutcome> TakeBackAsync(long number, ChannelName channel, string by, CancellationToken cancellationToken) =>
        Task.FromResult(new ControlOutcome(number == 57, number == 57 ? "It counts no more." : "There is no such correction."));
}
