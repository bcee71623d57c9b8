using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Tests.Fakes;

/// <summary>Warnings as a test says.</summary>
internal sealed class FakeWarnings : List<string>, IWarnings
{
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(this);
}
