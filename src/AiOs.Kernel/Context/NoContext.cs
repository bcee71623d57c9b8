using AiOs.Contracts.Context;

namespace AiOs.Kernel.Context;

/// <summary>The context where there is no memory: what the kernel read itself.</summary>
internal sealed class NoContext : IContextSource
{
    public Task<ContextPack> GatherAsync(ContextRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ContextPack { Facts = request.Grant.Cut(request.Facts), Lessons = request.Grant.SeesLessons() ? request.Lessons : [] });
}
