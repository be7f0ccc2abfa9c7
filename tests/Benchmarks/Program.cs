using BenchmarkDotNet.Running;
using PlanSearch.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/Benchmarks -- words
// dotnet run -c Release --project tests/Benchmarks -- judged
// dotnet run -c Release --project tests/Benchmarks -- parse FOLDER
// dotnet run -c Release --project tests/Benchmarks -- stock CORPUS INDEX QUERIES
if (args is ["words"])
{
    WordTable.Print(Console.Out);
}
else if (args is ["judged"])
{
    JudgedTable.Print(Console.Out);
}
else if (args is ["parse", var plans])
{
    ParseSpeed.Print(plans, Path.Combine(AppContext.BaseDirectory, "index-data"), Console.Out);
}
else if (args is ["stock", var corpus, var index, var queries])
{
    StockLucene.Print(corpus, index, queries, Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
