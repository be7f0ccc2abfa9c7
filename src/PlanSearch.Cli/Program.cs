using PlanSearch.Cli;
using PlanSearch.Cli.Commands;
using var terminal = Terminal.OfProcess();
return await CommandLine.RunAsync(args, terminal);
