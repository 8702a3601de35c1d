@echo off
rem Gradus: finds a JDK, builds what changed, runs. The same as ./gradus, for Windows.
setlocal EnableExtensions
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"

rem The JDK: JAVA_HOME if it is 25 or newer, else the lowest version that is, by its release file.
set "JDK="
for /f "usebackq delims=" %%J in (`powershell -NoProfile -Command ^
  "$places = @('%ProgramFiles%\Eclipse Adoptium\*', '%ProgramFiles%\Java\*', '%ProgramFiles%\Microsoft\*', '%ProgramFiles%\Zulu\*', '%ProgramFiles%\Amazon Corretto\*', '%ProgramFiles%\BellSoft\*', '%USERPROFILE%\.jdks\*', '%USERPROFILE%\scoop\apps\*\current');" ^
  "$onPath = Get-Command javac -ErrorAction SilentlyContinue; if ($onPath) { $places += (Split-Path (Split-Path $onPath.Source)) };" ^
  "function Major($f) { $r = Join-Path $f 'release'; if ((Test-Path $r) -and (Test-Path (Join-Path $f 'bin\javac.exe')) -and ((Get-Content $r -Raw) -match 'JAVA_VERSION=.(\d+)')) { [int]$Matches[1] } else { 0 } };" ^
  "if ($env:JAVA_HOME -and (Major $env:JAVA_HOME) -ge 25) { $env:JAVA_HOME } else { Get-Item $places -ErrorAction SilentlyContinue | ForEach-Object { $_.FullName } | Where-Object { (Major $_) -ge 25 } | Sort-Object { Major $_ } | Select-Object -First 1 }"`) do set "JDK=%%J"
if not defined JDK (
  echo Gradus needs a JDK 25 or newer, with javac, and none was found: install one from https://adoptium.net, or set JAVA_HOME to one, and run gradus again. 1>&2
  exit /b 2
)
set "JAVA_HOME=%JDK%"

if "%~1"=="bench" goto bench

if "%~1"=="test" (
  set "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1"
  call "%ROOT%\mvnw.cmd" -B -ntp -f "%ROOT%\pom.xml" verify
  exit /b
)

rem The build: once for each state of the sources, kept in target\app.
set "STATE="
for /f "usebackq delims=" %%S in (`powershell -NoProfile -Command ^
  "Set-Location -LiteralPath '%ROOT%'; $rooms = 'ml', 'proctor', 'course', 'judge', 'mastery', 'studio';" ^
  "$files = @('pom.xml') + ($rooms | ForEach-Object { $_ + '\pom.xml' }) + (Get-ChildItem ($rooms | ForEach-Object { $_ + '\src\main' }) -Recurse -File | ForEach-Object { $_.FullName });" ^
  "$text = ($files | ForEach-Object { $_ + (Get-FileHash $_ -Algorithm MD5).Hash }) -join '|';" ^
  "[BitConverter]::ToString([Security.Cryptography.MD5]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($text))).Replace('-', '')"`) do set "STATE=%%S"
if not defined STATE (
  echo Gradus could not read its own sources: check that the folder is whole and that PowerShell runs. 1>&2
  exit /b 3
)
set "APP=%ROOT%\target\app\%STATE%"
if not exist "%APP%" (
  echo Building Gradus: about a minute. 1>&2
  if not exist "%ROOT%\target" mkdir "%ROOT%\target"
  call "%ROOT%\mvnw.cmd" -q -B -f "%ROOT%\pom.xml" -pl studio -am -Dmaven.test.skip -Dspotless.check.skip package >"%ROOT%\target\build.log" 2>&1
  if errorlevel 1 (
    type "%ROOT%\target\build.log" 1>&2
    echo The build of Gradus failed: see the lines above, or target\build.log. 1>&2
    exit /b 3
  )
  xcopy /e /i /q /y "%ROOT%\studio\target\app" "%APP%.new" >nul
  move "%APP%.new" "%APP%" >nul
  "%JDK%\bin\java" "@%ROOT%\studio\launch.options" "-Dgradus.root=%ROOT%" -p "%APP%" -m gradus.studio/gradus.studio.CourseBuild >>"%ROOT%\target\build.log" 2>&1
  "%JDK%\bin\java" "-XX:AOTCacheOutput=%APP%.aot" "@%ROOT%\studio\launch.options" "-Dgradus.root=%ROOT%" -p "%APP%" -m gradus.studio/gradus.studio.StartupTraining >>"%ROOT%\target\build.log" 2>&1
)
set "AOT="
if exist "%APP%.aot" set "AOT=-XX:AOTCache=%APP%.aot"
"%JDK%\bin\java" "@%ROOT%\studio\launch.options" "%AOT%" "-Dgradus.root=%ROOT%" -p "%APP%" -m gradus.studio/gradus.studio.Main %*
exit /b

rem bench NAME runs gradus.bench.Name.
:bench
set "NAME=%~2"
if not defined NAME (
  echo gradus bench takes one of: judge course gemm elementwise mlp gpt classic linear small digits austen bits all. See bench\README.md.
  exit /b 0
)
if not exist "%ROOT%\bench\src\main\java\gradus\bench\%NAME%.java" (
  echo There is no benchmark '%NAME%': gradus bench lists them. 1>&2
  exit /b 2
)
for %%C in (Judge Gemm Elementwise Mlp Gpt Classic Linear Small Digits Austen Bits All) do if /i "%%C"=="%NAME%" set "NAME=%%C"
if not exist "%ROOT%\target" mkdir "%ROOT%\target"
call "%ROOT%\mvnw.cmd" -q -B -f "%ROOT%\pom.xml" -Pbench -pl bench -am -Dmaven.test.skip -Dspotless.check.skip package >"%ROOT%\target\build.log" 2>&1
if errorlevel 1 (
  type "%ROOT%\target\build.log" 1>&2
  exit /b 3
)
"%JDK%\bin\java" --enable-native-access=gradus.judge --add-modules ALL-MODULE-PATH,jdk.unsupported "-Dgradus.root=%ROOT%" -p "%ROOT%\bench\target\app" -m gradus.bench/gradus.bench.%NAME% %3 %4 %5 %6 %7 %8 %9
