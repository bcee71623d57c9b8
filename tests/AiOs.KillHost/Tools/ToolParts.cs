using AiOs.Contracts.Effects;
using AiOs.Contracts.Ports;
using AiOs.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.KillHost.Tools;

/// <summary>The tools of an outside system as kinds of effects, and an agent that drafts calls of them, where a plan of them is given.</summary>
internal static class ToolParts
{
    /// <summary>Where the plan stands.</summary>
    private const string Variable = "KILLHOST_TOOLS";

    public static void Add(IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } file)
        {
            return;
        }

        var plan = ToolPlan.Read(File.ReadAllText(file));
        services.AddSingleton<IIntake, ToolIntake>();
        services.AddSingleton<IAgent>(new ToolAgent(plan));
        foreach (var (tool, outcomeClass) in plan.Tools)
        {
            services.AddSingleton<IEffectConnector>(provider => new ToolConnector(plan.Place, tool, outcomeClass, provider.GetRequiredService<TimeProvider>()));
        }
    }
}
