using AiOs.Contracts.Schedules;

namespace AiOs.Kernel.Schedules;

/// <summary>The program's jobs. They are made when they are first asked for: some of them need what runs them.</summary>
internal sealed class JobShelf(Func<IEnumerable<IJob>> make)
{
    private readonly Lazy<IReadOnlyList<IJob>> _all = new(() => [.. make().DistinctBy(job => job.Name)]);

    public IReadOnlyList<IJob> All => _all.Value;

    public IJob? Find(string name) => All.FirstOrDefault(job => job.Name == name);
}
